using System.Security.Cryptography;
using System.Text;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Validation.Outcomes;
using ContentReader = FhirNaltrexone.Validation.Content.ContentReader;

namespace FhirNaltrexone.Server.Operations.Import;

/// <summary>Makes lines ready to be stored.</summary>
internal sealed class ImportLines(ContentReader reader, GroupUpdates updates)
{
    private const int IdBytes = 16;

    private static readonly Issue TooLong = new(IssueCodes.TooLong, "The line is longer than this server takes.");

    /// <summary>Reads a line.</summary>
    /// <param name="job">The job: with input and line it gives resources without id the same id, however often the line is read.</param>
    /// <param name="input">Number of the input, from 0.</param>
    /// <param name="type">Type of every line; null for any.</param>
    /// <param name="number">Number of the line, from 1.</param>
    /// <param name="line">Its bytes; null when it was too long.</param>
    public ImportLine Read(string job, int input, string? type, long number, byte[]? line)
    {
        if (line is null) return new(number, null, [TooLong]);
        if (line.AsSpan().Trim(" \t\r"u8).IsEmpty) return new(number, null, []);
        var reading = reader.FromJson(line);
        if (reading.Content is { Id: null }) reading = reader.FromJson(WithId(line, Id(job, input, number)));
        if (reading.Content is not { } content) return new(number, null, reading.Issues);
        if (type is not null && content.Type != type)
            return new(number, null, [new(IssueCodes.Value, $"The input is of type {type}, the line of type {content.Type}.", "resourceType")]);
        return updates.TryPrepare(content, out var update, out var refusal) ? new(number, update, []) : new(number, null, refusal.Issues);
    }

    private static string Id(string job, int input, long number)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{job}/{input}/{number}"))[..IdBytes]);

    /// <summary>It was found to be an object with members, so there is a brace to put the id behind.</summary>
    private static byte[] WithId(byte[] line, string id)
    {
        var brace = Array.IndexOf(line, (byte)'{') + 1;
        return [.. line.AsSpan(0, brace), .. Encoding.UTF8.GetBytes($"\"id\":\"{id}\","), .. line.AsSpan(brace)];
    }
}
