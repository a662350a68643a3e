using FhirNaltrexone.Validation.Terminology.CodeSystems;

namespace FhirNaltrexone.Validation.Terminology.KnownSystems;

/// <summary>Reads the tables of countries and currencies that come with the program.</summary>
internal static class Tables
{
    /// <summary>Countries, each with its three codes (ISO 3166-1).</summary>
    public static IEnumerable<Concept> Countries()
        => Lines("countries.txt").Select(line => line.Split(' ', 4)).SelectMany(row => row[..3].Select(code => new Concept(code, row[3])));

    /// <summary>Currencies in use, by their letters (ISO 4217).</summary>
    public static IEnumerable<Concept> Currencies()
        => Lines("currencies.txt").Select(line => line.Split(' ', 2)).Select(row => new Concept(row[0], row[1]));

    private static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(Tables).Assembly.GetManifestResourceStream($"terminology/{name}")
            ?? throw new InvalidOperationException($"The table {name} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}
