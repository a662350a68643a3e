using System.Text.Json.Nodes;
using static FhirNaltrexone.Server.Loading.Samples.Records.Element;

namespace FhirNaltrexone.Server.Loading.Samples.Records;

/// <summary>Orders for medication.</summary>
internal static class Orders
{
    /// <summary>An order without dose.</summary>
    public static JsonObject New(PatientFile file, string status, string product, string route, DateTimeOffset when) => new()
    {
        ["status"] = status,
        ["intent"] = "order",
        ["medicationCodeableConcept"] = file.Concept(product),
        ["subject"] = Reference(file.Patient),
        ["authoredOn"] = Instant(when),
        ["requester"] = Reference(file.Practitioner),
        ["dosageInstruction"] = new JsonArray(new JsonObject { ["route"] = file.Concept(route) }),
    };

    /// <summary>Makes it an order for naltrexone: labelled, with reason, dose and timing.</summary>
    public static JsonObject ForNaltrexone(JsonObject order, PatientFile file, decimal milligrams, string periodUnit, int period)
    {
        order.Insert(0, "meta", Labels.OpioidUseDisorder());
        order["reasonReference"] = References(file.Condition);
        var dosage = order["dosageInstruction"]![0]!.AsObject();
        dosage.Insert(0, "timing", new JsonObject
        {
            ["repeat"] = new JsonObject { ["frequency"] = 1, ["period"] = period, ["periodUnit"] = periodUnit },
        });
        dosage["doseAndRate"] = new JsonArray(new JsonObject { ["doseQuantity"] = Quantity(milligrams, "mg") });
        return order;
    }

    /// <summary>Says why an order was stopped, if it was.</summary>
    public static JsonObject Stopped(JsonObject order, string? reason)
    {
        if (reason is not null) order["statusReason"] = Text(reason);
        return order;
    }
}
