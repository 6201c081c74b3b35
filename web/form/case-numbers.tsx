import { Input } from 'antd';
import { createContext, useContext, useId } from 'react';

/** Numbers that the case at hand knows, offered where a form asks for one of them. */
export interface CaseNumbers {
  /** Supervision orders that are open. */
  readonly order: readonly string[];
  /** Documents that were issued. */
  readonly item: readonly string[];
  /** Cases that are tied to this one or come from the same person. */
  readonly case: readonly string[];
}

const NONE: CaseNumbers = { order: [], item: [], case: [] };

/** Empty where no case is at hand yet. */
export const CaseNumbersContext = createContext<CaseNumbers>(NONE);

interface NumberInputProps {
  readonly of: keyof CaseNumbers;
  readonly placeholder?: string;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** A number to be typed, or picked from those that the case knows. */
export function NumberInput({ of, value, onChange, ...rest }: NumberInputProps) {
  const known = useContext(CaseNumbersContext)[of];
  const list = useId();
  return (
    <>
      <Input
        {...rest}
        value={value}
        autoComplete="off"
        onChange={(event) => onChange?.(event.target.value)}
        {...(known.length > 0 && { list })}
      />
      <datalist id={list}>
        {known.map((number) => (
          <option key={number} value={number} />
        ))}
      </datalist>
    </>
  );
}
