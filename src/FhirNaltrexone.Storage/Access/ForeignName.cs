using FhirNaltrexone.Storage.Indexing;

namespace FhirNaltrexone.Storage.Access;

/// <summary>Names records of other FHIR servers by their URL, so that equal ids of two servers never meet, and none of them one of ours.</summary>
public static class ForeignName
{
    /// <summary>Begins names of what is on a server that nobody has named: <c>urn:unknown:Patient/1</c>.</summary>
    public const string Nowhere = "urn:unknown:";

    private const string PatientType = "Patient";

    /// <summary>The name of a record.</summary>
    /// <param name="reference">Its reference as its own server writes it.</param>
    /// <param name="server">Base URL of that server; null when nobody has named it.</param>
    /// <param name="bases">Base URLs under which this server is known.</param>
    /// <returns><c>Type/id</c> for one of ours, the URL for one elsewhere.</returns>
    public static string Of(string reference, string? server, IReadOnlyList<string> bases)
    {
        if (server is null && !reference.Contains("://", StringComparison.Ordinal)) return Nowhere + reference;
        var target = ReferenceTarget.Parse(reference.Contains("://", StringComparison.Ordinal) ? reference : $"{server!.TrimEnd('/')}/{reference}", bases);
        return target.Type is null ? target.Id : $"{target.Type}/{target.Id}";
    }

    /// <summary>The name of a patient as consents and records of access have it: the id of one of ours, the URL of one elsewhere.</summary>
    /// <param name="id">Logical id.</param>
    /// <param name="server">Base URL of the server; null when nobody has named it.</param>
    /// <param name="bases">Base URLs under which this server is known.</param>
    public static string OfPatient(string id, string? server, IReadOnlyList<string> bases)
        => Of($"{PatientType}/{id}", server, bases) is var name && name.StartsWith($"{PatientType}/", StringComparison.Ordinal) ? id : name;
}
