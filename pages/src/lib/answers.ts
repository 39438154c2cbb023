// Holds what the pages read to what the API says that it sends: types of the API are generated from its OpenAPI document.
import type { components } from '../generated/api';

/** The shapes of answers by name, as the API describes them. */
export type Shapes = components['schemas'];

type Keys<Api> = Api extends object ? keyof Api : never;
type Field<Api, Key> = Api extends object ? (Key extends keyof Api ? Api[Key] : never) : never;
type Item<Api> = Api extends readonly (infer One)[] ? One : never;

// A field that a page marks as optional may be absent: the page copes.
type Wanted<Page, Key extends keyof Page, Path extends string> = object extends Pick<Page, Key> ? never : Path;

type OfObject<Page, Api, At extends string> = {
  [Key in keyof Page & string]: string extends Key
    ? never
    : Key extends Keys<Api>
      ? Missing<NonNullable<Page[Key]>, Field<Api, Key>, `${At}.${Key}`>
      : string extends Keys<Api>
        ? never
        : Wanted<Page, Key, `${At}.${Key}`>;
}[keyof Page & string];

/**
 * The fields that a page reads and the API does not send, as paths; never where all are there. Whether a field may be null is for the page to
 * allow: the API names null only where its examples had one, and says nothing more of a field that was null in all of them.
 */
export type Missing<Page, Api, At extends string = ''> = unknown extends Api
  ? never
  : [NonNullable<Api>] extends [never]
    ? never
    : Page extends readonly (infer One)[]
      ? Missing<NonNullable<One>, Item<NonNullable<Api>>, `${At}[]`>
      : Page extends object
        ? OfObject<Page, NonNullable<Api>, At>
        : never;

/** A place in a list of checks: an error of the compiler names the path of the field that is missing. */
export type Held<Path extends never> = Path;
