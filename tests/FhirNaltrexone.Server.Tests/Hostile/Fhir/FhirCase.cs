using System.Text;

namespace FhirNaltrexone.Server.Tests.Hostile.Fhir;

/// <summary>One broken or hostile request to the FHIR interface and what may become of it.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Statuses">The answers that FHIR R4 and the server's own limits permit.</param>
internal sealed record FhirCase(string Name, params int[] Statuses)
{
    /// <summary>A resource that every case can address.</summary>
    public const string Patient = "hostile";

    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public string Method { get; init; } = "POST";

    /// <summary>Path and query behind the base, exactly as sent.</summary>
    public string Path { get; init; } = "/Patient";

    public byte[]? Body { get; init; }

    public string Text
    {
        init => Body = Encoding.UTF8.GetBytes(value);
    }

    public string ContentType { get; init; } = "application/fhir+json";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Text that diagnostics or expression of a refusal must hold, so that the sender finds the defect.</summary>
    public string Tells { get; init; } = string.Empty;

    /// <summary>Whether a search that succeeds must find nothing.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Whether the web server may refuse before any of our code runs, without a body.</summary>
    public bool IsBare { get; init; }

    /// <summary>The message, with path and headers exactly as the case writes them.</summary>
    public HttpRequestMessage To(Uri server)
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(server.GetLeftPart(UriPartial.Authority) + "/fhir" + Path, AsWritten));
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        foreach (var (name, value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content!.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    /// <summary>A search of a type or of all.</summary>
    public static FhirCase Get(string name, string path, params int[] statuses) => new(name, statuses) { Method = "GET", Path = path };
}
