using System.Text.Json;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>Tells when enough has been written to be worth a trip to the network.</summary>
internal struct FlushMeter
{
    private const long Enough = 32 * 1024;

    private long _sent;

    /// <summary>Whether it is time; counts anew from here if so.</summary>
    /// <param name="json">What writes.</param>
    public bool IsDue(Utf8JsonWriter json)
    {
        var written = json.BytesCommitted + json.BytesPending;
        if (written - _sent < Enough) return false;
        _sent = written;
        return true;
    }
}
