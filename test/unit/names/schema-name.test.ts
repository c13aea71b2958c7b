import { expect, test } from "vitest";
import { schemaName } from "../../../generator/names/schema-name.ts";
import { documentOf } from "../model/inputs.ts";

const document = documentOf("api.json", {}, "openapi-3.1");
const options = { by: "id", rename: new Map<string, string>() } as const;

test.each([
  ["/components/schemas/Pet", "Pet"],
  ["/components/schemas/schema", "Schema"],
  ["/components/parameters/Limit/schema", "LimitParameter"],
  ["/components/headers/Limit/schema", "LimitHeader"],
  ["/components/parameters/Page/content/application~1json/schema", "PageParameterApplicationJson"],
  [
    "/components/responses/NotFound/content/application~1json/schema",
    "NotFoundResponseApplicationJson",
  ],
  ["/components/requestBodies/pet/content/text~1csv/schema", "PetRequestBodyTextCsv"],
  [
    "/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema",
    "PetsIdGetResponses200ApplicationJson",
  ],
  ["/paths/~1x/get/parameters/0/schema", "XGetParameters0"],
])("the schema at %s of an OpenAPI document is called %s", (pointer, name) => {
  expect(schemaName({ document, pointer }, options)).toBe(name);
});
