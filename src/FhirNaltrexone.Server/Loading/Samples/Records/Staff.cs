using System.Globalization;
using System.Text.Json.Nodes;
using static FhirNaltrexone.Server.Loading.Samples.Records.Element;

namespace FhirNaltrexone.Server.Loading.Samples.Records;

/// <summary>The clinic, two laboratories, a pharmacy, and those who work there.</summary>
internal static class Staff
{
    public const string Clinic = "Organization/sample-clinic";
    public const string Pharmacy = "Organization/sample-pharmacy";
    private const int Practitioners = 6;

    private static readonly (string Id, string Name)[] Organizations =
    [
        ("sample-clinic", "Sample Clinic for Addiction Medicine"),
        ("sample-laboratory-1", "Sample Laboratory North"),
        ("sample-laboratory-2", "Sample Laboratory South"),
        ("sample-pharmacy", "Sample Pharmacy"),
    ];

    /// <summary>A laboratory: the second reports enzymes in ukat/L.</summary>
    public static string Laboratory(bool usesKatal) => usesKatal ? "Organization/sample-laboratory-2" : "Organization/sample-laboratory-1";

    /// <summary>The practitioner who looks after a patient.</summary>
    public static string Practitioner(int patient) => $"Practitioner/sample-practitioner-{(patient % Practitioners) + 1}";

    /// <summary>The resources.</summary>
    public static IEnumerable<JsonObject> Write(Dice dice)
        => [.. Organizations.Select(Organization), .. Enumerable.Range(1, Practitioners).Select(number => Practitioner(number, dice))];

    private static JsonObject Organization((string Id, string Name) organization) => new()
    {
        ["resourceType"] = "Organization",
        ["id"] = organization.Id,
        ["active"] = true,
        ["type"] = new JsonArray(Code("organization-type", "prov")),
        ["name"] = organization.Name,
    };

    private static JsonObject Practitioner(int number, Dice dice) => new()
    {
        ["resourceType"] = "Practitioner",
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"sample-practitioner-{number}"),
        ["active"] = true,
        ["name"] = new JsonArray(new JsonObject
        {
            ["family"] = $"{dice.Pick(dice.Model.Names.Family)}-P{number}",
            ["given"] = new JsonArray(dice.Pick(dice.Model.Names.Given[number % 2 == 0 ? "female" : "male"])),
        }),
    };
}
