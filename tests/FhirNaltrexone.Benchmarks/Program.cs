using FhirNaltrexone.Benchmarks;

return args switch
{
    ["cds", ..] => await CdsBenchmark.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10),
    [ServedProcess.ParseVerb, var url] => await ParseOnly.ServeAsync(url),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: cds [seconds per run]");
    return 2;
}
