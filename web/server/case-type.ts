/** Case types and their forms. */
/** The part of JSON Schema that case types use for their inputs. */
export interface FieldSchema {
  readonly type?: string;
  readonly title?: string;
  /** A hint under the field. */
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly widget?:
    | 'textarea'
    | 'unit'
    | 'town'
    | 'section'
    | 'colleague'
    | 'instant'
    | 'date'
    | 'fen'
    | 'case'
    | 'documentNumber'
    | 'order'
    | 'item'
    | 'thing'
    | 'partName';
  /** Role of the colleagues that a field offers. */
  readonly role?: string;
  /** What the field holds is sealed: a text, or who somebody is. */
  readonly sealed?: 'text' | 'identity';
  readonly default?: unknown;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  /** Asked for, and then required, only while another field has one of these values. */
  readonly requiredWhen?: Readonly<Record<string, readonly string[]>>;
}

export interface CaseTypeInfo {
  readonly id: string;
  readonly label: string;
  readonly stages: readonly {
    readonly stage: string;
    readonly label: string;
    readonly ended: boolean;
  }[];
  readonly roles: readonly { readonly role: string; readonly at: string }[];
  /** `allowed`: the signed-in person may open such a case. */
  readonly opens: {
    readonly label: string;
    readonly schema: FieldSchema;
    readonly allowed: boolean;
  };
  readonly commands: readonly {
    readonly command: string;
    readonly label: string;
    /** It leads into another stage. */
    readonly moves: boolean;
    readonly schema: FieldSchema;
  }[];
}
