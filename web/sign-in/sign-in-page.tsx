import { ReadinessBanner } from '../frame/readiness-banner.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function SignInPage() {
  return (
    <>
      <ReadinessBanner />
      <main className="lone">
        <section className="panel sign-in" aria-labelledby="product">
          <h1 id="product" className="product">
            <img src="/icon.svg" alt="" width="36" height="36" />
            闭环
          </h1>
          <p className="quiet">案件闭环办理平台</p>
          <SignInForm />
        </section>
      </main>
    </>
  );
}
