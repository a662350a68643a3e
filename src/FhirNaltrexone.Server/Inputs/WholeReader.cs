namespace FhirNaltrexone.Server.Inputs;

/// <summary>Reads a whole stream into memory, if it is not too long.</summary>
internal static class WholeReader
{
    /// <summary>The bytes; null when there are more than allowed.</summary>
    public static byte[]? Read(Stream stream, int maxBytes)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (stream.Read(buffer) is var read and > 0)
        {
            if (bytes.Length + read > maxBytes) return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
