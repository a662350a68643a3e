using FhirNaltrexone.Benchmarks;
using FhirNaltrexone.Benchmarks.Fhir;
using FhirNaltrexone.Benchmarks.Validation;

return args switch
{
    ["cds", "secured", ..] => await SecuredBenchmark.RunAsync(args.Length > 2 ? Number(args[2]) : 10),
    ["cds", ..] => await CdsBenchmark.RunAsync(args.Length > 1 ? Number(args[1]) : 10, args.Length > 2 ? args[2] : null),
    ["fhir", "growth", ..] => await GrowthBenchmark.RunAsync(args.Length > 2 ? Number(args[2]) : 1_000_000, args.Length > 3 ? args[3] : null),
    ["fhir", ..] => await FhirBenchmark.RunAsync(args.Length > 1 ? Number(args[1]) : 5),
    ["validate", ..] => ValidateBenchmark.Run(args.Length > 1 ? Number(args[1]) : 5_000),
    [ConstantAnswer.Verb, var url] => await ConstantAnswer.ServeAsync(url),
    [ServedProcess.ParseVerb, var url] => await ParseOnly.ServeAsync(url),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: cds [seconds per run [published FhirNaltrexone.Server]] | cds secured [seconds per run] | fhir [seconds per run] | fhir growth [resources [sqlite|postgresql]] | validate [calls per round]");
    return 2;
}

static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
