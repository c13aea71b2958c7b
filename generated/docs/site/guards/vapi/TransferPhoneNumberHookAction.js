schemaloom.guards("vapi/TransferPhoneNumberHookAction", ["vapi/TransferDestinationNumber", "vapi/TransferDestinationSip"], (runtime, from) => {
const { ownProperties, report, typeIsObject } = runtime;
const collectTransferDestinationNumber = (...given) => from("vapi/TransferDestinationNumber").collectTransferDestinationNumber(...given);
const collectTransferDestinationSip = (...given) => from("vapi/TransferDestinationSip").collectTransferDestinationSip(...given);
const isTransferDestinationNumber = (...given) => from("vapi/TransferDestinationNumber").isTransferDestinationNumber(...given);
const isTransferDestinationSip = (...given) => from("vapi/TransferDestinationSip").isTransferDestinationSip(...given);
function isTransferPhoneNumberHookAction(value) {
  if (!typeIsObject(value)) return false;
  const record = ownProperties(value);
  const type = record["type"];
  if (type !== "transfer") return false;
  const destination = record["destination"];
  if (destination !== undefined) {
    if (!typeIsObject(destination)) return false;
    const type2 = destination["type"];
    switch (type2) {
      case "number":
        if (!isTransferDestinationNumber(destination)) return false;
        break;
      case "sip":
        if (!isTransferDestinationSip(destination)) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}
function collectTransferPhoneNumberHookAction(value, path, schemaPath, issues) {
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "type", "must be an object", { type: "object" });
  } else {
    const record = ownProperties(value);
    const type = record["type"];
    if (type === undefined) {
      report(
        issues,
        path,
        schemaPath,
        "required",
        'must have the property "type"',
        { missingProperty: "type" },
      );
    } else if (type !== "transfer") {
      report(
        issues,
        `${path}/type`,
        `${schemaPath}/properties/type`,
        "enum",
        'must be "transfer"',
        { allowedValues: ["transfer"] },
      );
    }
    const destination = record["destination"];
    if (destination !== undefined) {
      if (!typeIsObject(destination)) {
        report(
          issues,
          `${path}/destination`,
          `${schemaPath}/properties/destination`,
          "oneOf",
          "must be an object",
          {},
        );
      } else {
        const type2 = destination["type"];
        switch (type2) {
          case "number":
            if (!isTransferDestinationNumber(destination)) {
              collectTransferDestinationNumber(
                destination,
                `${path}/destination`,
                `${schemaPath}/properties/destination/oneOf/0/$ref`,
                issues,
              );
            }
            break;
          case "sip":
            if (!isTransferDestinationSip(destination)) {
              collectTransferDestinationSip(
                destination,
                `${path}/destination`,
                `${schemaPath}/properties/destination/oneOf/1/$ref`,
                issues,
              );
            }
            break;
          default:
            if (type2 === undefined) {
              report(
                issues,
                `${path}/destination`,
                `${schemaPath}/properties/destination/oneOf/0/$ref`,
                "required",
                'must have the property "type"',
                { missingProperty: "type" },
              );
            } else {
              report(
                issues,
                `${path}/destination/type`,
                `${schemaPath}/properties/destination/oneOf/0/$ref/properties/type`,
                "enum",
                'must be one of "number", "sip"',
                { allowedValues: ["number", "sip"] },
              );
            }
        }
      }
    }
  }
}
return { isTransferPhoneNumberHookAction, collectTransferPhoneNumberHookAction, declared: { "": [isTransferPhoneNumberHookAction, collectTransferPhoneNumberHookAction] } };
});
