import type { DiagnosticCode } from "./catalogue.ts";

/** What each code means and what to do about it, for `schemaloom explain CODE` and DIAGNOSTICS.md. */
export const explanations: Readonly<Record<DiagnosticCode, string>> = {
  "ambiguous-dialect":
    "A plain schema file without `$schema` is referred to by OpenAPI documents of different dialects, so it could be read in either. Declare its dialect by `$schema`.",
  "ambiguous-ref":
    "A reference that is no path leads to several inputs that differ, by identifier or by name. Refer to the file that is meant by its relative path, or leave one of them out of the inputs.",
  "annotation-invalid":
    "A keyword that only documents, such as `discriminator`, has a value that it cannot have. It is passed over; what values are accepted does not change.",
  "config-exists":
    "`schemaloom init` found a config, and could not ask whether to overwrite it. Run it in a terminal without `--yes`, or remove the config first.",
  "config-invalid":
    "The config cannot be read, or says what `config.schema.json` does not allow: an option that there is not, or a value that it cannot have. It also stands where two targets would write into one folder.",
  "config-not-found":
    "The file that `--config` names does not exist. Paths of the command line start from the current folder.",
  contradiction:
    "Keywords of one schema cannot be met together, as `minLength: 2` and `maxLength: 1`. The guard rejects what they constrain and the type has `never` there, as the schema says. Mend the schema, or repair it with an overlay.",
  "dangling-ref":
    "A reference leads nowhere: to no place in its document, no file, no identifier of the inputs, no folder that `map` gives, and no origin that `remote` allows. The help has the nearest names that there are.",
  "definition-unused":
    "A member of `$defs` or `definitions` is not reached from any input by references. Its type and guard are made all the same. Only `lint` warns about it.",
  "dependency-failed":
    "With `--keep-going`, a schema that could be made refers to one that could not. Mend the other first.",
  "dialect-unknown":
    "`$schema` or `jsonSchemaDialect` names no dialect that is known, or one that requires a vocabulary that is not. A meta-schema of yours is found by `map`.",
  "discriminator-invalid":
    "A `discriminator` does not fit its schemas: it maps to what is not there or is no branch, a branch lacks the property, or refuses its value. What is accepted does not change unless the config says so.",
  "emitter-clash":
    "Two files of the output want one path, or one stands where the other needs a folder, and an emitter makes one of them; paths that differ only in case are one. Or two emitters have one name.",
  "emitter-failed":
    "An emitter threw, or gave what is no list of files with paths below the output folder. Nothing was written.",
  "example-refused":
    "An example or a default is refused by the guard of the very schema that gives it, so one of the two is wrong. Docs do not show such an example. Only `lint` warns about it.",
  "example-undecided":
    "The guard cannot judge an example or a default in time: a pattern can match it in so many ways that it was interrupted. Docs do not show such an example. Only `lint` warns about it.",
  "format-invalid":
    "A module that `customFormats` names exports no predicate that can be carried into the output: one function of a string or number, without imports, in syntax that Node could strip.",
  "format-unknown":
    "A format that is to be asserted is not known, so every value has it. Give its predicate by `customFormats`.",
  "formatter-failed":
    "What `formatter` names in the config cannot be run, exports no function, or failed at a file of the output. Nothing was written.",
  "fragment-id":
    "An identifier is only a fragment, which identifies no schema resource in that dialect. It is taken as the schema's name among the inputs.",
  "ignored-beside-ref":
    "Up to draft-07 and in OpenAPI 3.0 what stands beside `$ref` is ignored. An `allOf` that holds the `$ref` keeps both.",
  "input-not-found": "An input of the command line or the config leads to no file.",
  "input-unreadable": "A file cannot be read, or is no UTF-8 text.",
  "invalid-json":
    "A file is no JSON (RFC 8259): no comments, no trailing commas, double quotes alone.",
  "invalid-yaml": "A file is no YAML 1.2, or says what JSON cannot, such as a key that is no text.",
  "keyword-invalid":
    "A keyword has a value that the dialect's meta-schema does not allow, so it has no meaning that a guard could check.",
  "keyword-module-invalid":
    "A keyword in `keywords` of the config has a meaning already, or its module exports no predicate that can be carried into the output: one function of a string, a number, a read-only array or an object, and of what the schema gives the keyword, without imports, in syntax that Node could strip.",
  "keyword-of-later-dialect":
    "A keyword is not of the schema's dialect, but of a later one, in whose sense it is taken. Declare that dialect by `$schema`.",
  "keyword-without-effect":
    'A keyword constrains only values of a type that the schema does not admit, as `maxLength` beside `"type": "number"`. It is ignored, as the specification says.',
  "name-clash":
    "Two schemas would have one name or one module. Rename one by `names.rename` of the config.",
  "names-lock-invalid":
    "`names.lock.json` cannot be read, or gives one name to two schemas, mostly after a merge. The help says which line to remove.",
  "not-a-schema":
    "A file, or a place that a reference leads to, holds neither an object nor a boolean.",
  "openapi-unsupported":
    "An OpenAPI document is of a version that has no schema dialect that is known: Swagger 2.0, or not yet published.",
  "output-unwritable":
    "The output folder cannot be read or replaced. What stood there stands there still.",
  "outside-roots":
    "A reference leads to a file outside the folders of the inputs, by its path or by a link on it, or such a link stands in a folder of inputs. What a schema names is read there only where the config allows it: by `references.folders`, or `--references`.",
  "overlay-invalid": "An overlay is no OpenAPI Overlay 1.0.",
  "overlay-no-match":
    "An action of an overlay matches nothing, so that a repair that is relied on would be missing without a word.",
  "package-not-runnable":
    'The output is a package of TypeScript that may be published, and Node.js strips no types below `node_modules`; compilers check it there as if it were theirs. Publish JavaScript, by `"emit": "js+dts"`, or say by `"private": true` of the package that it stays in its workspace, whose links lead out of `node_modules`.',
  "pattern-backtracks":
    "A pattern can match a text in so many ways that a string which it does not match keeps the regular expression engine busy: for seconds or for ever. Where strings come from outside, that is a way to stop a server. Let what is repeated exclude what follows it. Only `lint` warns about it, by recheck.",
  "pattern-invalid": "A pattern is no regular expression of ECMA-262, with or without the flag u.",
  "pattern-literal":
    "A pattern is written like a literal of JavaScript, `/^a$/i`, so that its slashes and flags are matched as text. It is used as it stands.",
  "pattern-not-unicode":
    "A pattern is a regular expression only without the flag u, which the specification asks for. It is used without.",
  "pointer-not-found":
    "`schemaloom explain` was asked for a place where no schema is. The help has the nearest that is there.",
  "ref-cycle":
    "References lead back to their schema without passing through a property or an item, so that no value could ever be judged.",
  "remote-copy-invalid":
    "The copy of a document on the web is missing, or is not what `schemaloom.lock.json` has the hash of. Take both from version control; `schemaloom fetch` puts a missing copy back, and with `--update` locks what the server has now.",
  "remote-failed":
    "A document on the web cannot be fetched, or is no schema in JSON or YAML. What was locked before is as it was.",
  "remote-lock-invalid":
    "`schemaloom.lock.json` is no lock of documents on the web, mostly after a merge. Take the lines of both sides, or remove it and run `schemaloom fetch`.",
  "remote-not-locked":
    "A reference leads to a document on the web whose origin the config allows, and which has not been fetched. Only `schemaloom fetch` makes requests: it keeps a copy beside the config and locks it by its hash, both to be committed.",
  "remote-refused":
    "A document on the web is not fetched by a rule of schemaloom: redirects, addresses that are none of the internet, credentials in URLs, large documents and many of them are refused, and documents that are locked as others. The message says which it is.",
  "rename-no-match":
    "A key of `names.rename` in the config is of no schema that has a name, so that it renames nothing. It is the path of an input below its root, or that and behind a `#` the JSON Pointer of a schema in it.",
  "schema-multiplies":
    "Schemas that apply the next ones several times multiply: a guard would judge one value by more than 1,000,000 schemas, or what `unevaluatedProperties` or `unevaluatedItems` leaves over depends on more than 2,000 branches, conditions and properties. Refer to each schema once.",
  "schema-too-deep":
    "A file is nested deeper than 200 levels of objects and arrays, or schemas lead one to the next, by subschemas and references, through more than 500 that do not come back. The guard of such a schema would call itself until the stack is full. Move inner schemas to `$defs`, let a schema that recurs refer to itself, or leave out links of the chain.",
  "stdin-unsupported":
    "`schemaloom generate -` makes one module of one schema, and what stdin holds becomes several: an OpenAPI document, or a schema that needs others or formats of yours. Write it to a file.",
  "template-invalid": "A template of the config's folder cannot be used, or makes no TypeScript.",
  "ts-type-invalid": "A `tsType` is no type of TypeScript, where the config trusts them.",
  "tsconfig-invalid":
    "The `tsconfig.json` of the output folder cannot be read, which says how imports must end. `importExtension` in the config makes it needless.",
  unsatisfiable:
    "No value satisfies a schema that has a name, by what it refers to. Its guard rejects every value, as the schema says.",
};
