using System.Globalization;
using System.Text;

namespace FhirNaltrexone.Benchmarks.Fhir;

/// <summary>Resources and requests of the load: liver tests of many patients.</summary>
internal static class Samples
{
    /// <summary>LOINC codes of the liver panel: ALT, AST, bilirubin.</summary>
    public static readonly string[] Codes = ["1742-6", "1920-8", "1975-2"];

    private const int Days = 1000;
    private static readonly DateOnly FirstDay = new(2024, 1, 1);

    /// <summary>Resources to each patient when a store grows.</summary>
    public const int PerPatient = 100;

    /// <summary>An Observation of about 900 bytes.</summary>
    public static byte[] Observation(int number, string? id)
    {
        var day = Day(number);
        return Encoding.UTF8.GetBytes($$"""
            {"resourceType":"Observation",{{(id is null ? string.Empty : $"\"id\":\"{id}\",")}}"identifier":[{"system":"https://laboratory.example.org/results","value":"{{number}}"}],"status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory","display":"Laboratory"}]}],"code":{"coding":[{"system":"http://loinc.org","code":"{{Code(number)}}"}],"text":"Liver test"},"subject":{"reference":"Patient/{{Patient(number)}}"},"effectiveDateTime":"{{day:yyyy-MM-dd}}T08:30:00-05:00","issued":"{{day:yyyy-MM-dd}}T16:00:00.000-05:00","performer":[{"reference":"Organization/laboratory","display":"Laboratory"}],"valueQuantity":{"value":{{20 + (number % 180)}},"unit":"U/L","system":"http://unitsofmeasure.org","code":"U/L"},"referenceRange":[{"low":{"value":7,"unit":"U/L","system":"http://unitsofmeasure.org","code":"U/L"},"high":{"value":56,"unit":"U/L","system":"http://unitsofmeasure.org","code":"U/L"},"text":"7 to 56 U/L"}]}
            """);
    }

    /// <summary>A Patient.</summary>
    public static byte[] PatientResource(int patient) => Encoding.UTF8.GetBytes(
        $$"""{"resourceType":"Patient","id":"p{{patient}}","identifier":[{"system":"https://hospital.example.org/patients","value":"{{patient}}"}],"name":[{"family":"Family{{patient}}","given":["Given"]}],"gender":"{{(patient % 2 == 0 ? "female" : "male")}}","birthDate":"1980-01-01"}""");

    /// <summary>A transaction of ten new Observations.</summary>
    public static byte[] Transaction(int number)
    {
        var entries = Enumerable.Range(0, 10).Select(index =>
            $$$"""{"resource":{{{Encoding.UTF8.GetString(Observation((number * 10) + index, null))}}},"request":{"method":"POST","url":"Observation"}}""");
        return Encoding.UTF8.GetBytes($$"""{"resourceType":"Bundle","type":"transaction","entry":[{{string.Join(',', entries)}}]}""");
    }

    /// <summary>Id of the patient of an Observation.</summary>
    public static string Patient(int number) => $"p{number / PerPatient}";

    /// <summary>Code of an Observation.</summary>
    public static string Code(int number) => Codes[number % Codes.Length];

    /// <summary>Day of an Observation.</summary>
    public static DateOnly Day(int number) => FirstDay.AddDays(number % Days);

    /// <summary>A request without a body.</summary>
    public static byte[] Get(string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: application/fhir+json\r\n\r\n");

    /// <summary>A request with a body.</summary>
    public static byte[] Send(string method, string path, byte[] body) =>
    [
        .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/fhir+json\r\nContent-Length: {body.Length}\r\n\r\n")),
        .. body,
    ];
}
