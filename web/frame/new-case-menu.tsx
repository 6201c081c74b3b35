import { useQuery } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { linkTo, newCasePath, usePage } from '../routing/location.ts';
import type { CaseTypeInfo } from '../server/case-type.ts';
import { caseTypesQuery } from '../server/queries.ts';

/** Leads to the form of a new case: at once where there is one type to open, over a list where there are several. */
export function NewCaseMenu() {
  const { data: types } = useQuery(caseTypesQuery);
  const page = usePage();
  const openable = (types ?? []).filter(({ opens }) => opens.allowed);
  const [first] = openable;
  if (!first) return null;
  if (openable.length > 1) return <OpeningList types={openable} />;
  return (
    <span className="new-case">
      <Button
        type="primary"
        size="small"
        {...linkTo(newCasePath(first.id))}
        {...(page.name === 'new' && { 'aria-current': 'page' as const })}
      >
        {first.opens.label}
      </Button>
    </span>
  );
}

function OpeningList({ types }: { types: readonly CaseTypeInfo[] }) {
  const [open, setOpen] = useState(false);
  return (
    <span className="new-case">
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        content={<Openings types={types} onChosen={() => setOpen(false)} />}
        // Beside its button, so that the next Tab leads into it.
        getPopupContainer={(button) => button.parentElement ?? document.body}
      >
        <Button
          type="primary"
          size="small"
          aria-expanded={open}
          onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
        >
          新建
        </Button>
      </Popover>
    </span>
  );
}

interface OpeningsProps {
  readonly types: readonly CaseTypeInfo[];
  readonly onChosen: () => void;
}

function Openings({ types, onChosen }: OpeningsProps) {
  return (
    <ul className="openings" aria-label="新建案件">
      {types.map(({ id, label, opens }) => {
        const link = linkTo(newCasePath(id));
        return (
          <li key={id}>
            <a
              href={link.href}
              onClick={(event) => {
                link.onClick(event);
                onChosen();
              }}
            >
              {opens.label} · {label}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
