using System.Text;
using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Support;

/// <summary>Builds hook calls.</summary>
internal static class Call
{
    public const string Patient = "pt";

    /// <summary>A complete order-sign call: every key answered, one draft.</summary>
    public static JsonObject OrderSign() => new()
    {
        ["hook"] = "order-sign",
        ["hookInstance"] = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
        ["context"] = new JsonObject
        {
            ["userId"] = "Practitioner/doc",
            ["patientId"] = Patient,
            ["draftOrders"] = Bundle(Order("draft")),
        },
        ["prefetch"] = new JsonObject
        {
            ["patient"] = Resource("Patient", Patient),
            ["conditions"] = Bundle(),
            ["medicationRequests"] = Bundle(),
            ["liverTests"] = Bundle(),
        },
    };

    /// <summary>An order-sign call with one key replaced.</summary>
    public static JsonObject With(string key, JsonNode? value)
    {
        var call = OrderSign();
        call["prefetch"]![key] = value;
        return call;
    }

    /// <summary>An order-sign call without one key.</summary>
    public static JsonObject Without(string key)
    {
        var call = OrderSign();
        call["prefetch"]!.AsObject().Remove(key);
        return call;
    }

    /// <summary>Names a FHIR server in a call.</summary>
    public static JsonObject At(this JsonObject call, FakeFhirServer server, string? token = "secret-token")
    {
        call["fhirServer"] = server.Base;
        if (token is not null)
        {
            call["fhirAuthorization"] = new JsonObject
            {
                ["access_token"] = token,
                ["token_type"] = "Bearer",
                ["expires_in"] = 300,
                ["scope"] = "patient/*.rs",
                ["subject"] = "cds-service",
            };
        }

        return call;
    }

    public static JsonObject Bundle(params JsonObject[] resources) => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = "searchset",
        ["total"] = resources.Length,
        ["entry"] = new JsonArray([.. resources.Select(resource => new JsonObject { ["resource"] = resource })]),
    };

    public static JsonObject Resource(string type, string id) => new() { ["resourceType"] = type, ["id"] = id };

    public static JsonObject Condition(string id, string patient = Patient)
    {
        var condition = Resource("Condition", id);
        condition["subject"] = new JsonObject { ["reference"] = $"Patient/{patient}" };
        return condition;
    }

    public static JsonObject Order(string id, string? medicationReference = null)
    {
        var order = Resource("MedicationRequest", id);
        order["status"] = "draft";
        order["subject"] = new JsonObject { ["reference"] = $"Patient/{Patient}" };
        if (medicationReference is not null)
        {
            order["medicationReference"] = new JsonObject { ["reference"] = medicationReference };
        }

        return order;
    }

    public static JsonObject Medication(string id, string code)
    {
        var medication = Resource("Medication", id);
        medication["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["code"] = code }) };
        return medication;
    }

    public static JsonObject OperationOutcome(string code, string severity = "error") => new()
    {
        ["resourceType"] = "OperationOutcome",
        ["issue"] = new JsonArray(new JsonObject { ["severity"] = severity, ["code"] = code }),
    };

    public static StringContent Json(JsonNode body, string mediaType = "application/json") => new(body.ToJsonString(), Encoding.UTF8, mediaType);
}
