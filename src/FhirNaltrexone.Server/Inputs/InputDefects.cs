using System.Text.Json;

namespace FhirNaltrexone.Server.Inputs;

/// <summary>Tells in a sentence why a file could not be read on.</summary>
internal static class InputDefects
{
    /// <summary>The failure for the user; the same one when it is a bug.</summary>
    public static Exception Explain(InputFile file, Exception error) => error switch
    {
        ServerException => error,
        JsonException json => new ServerException(ServerErrorCode.InputUnusable,
            $"{file.Name} cannot be read on: it is no JSON at line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}."),
        InvalidDataException => new ServerException(ServerErrorCode.InputUnusable, $"{file.Name} cannot be read on: it cannot be unpacked."),
        UnauthorizedAccessException or IOException => new ServerException(ServerErrorCode.InputUnusable, $"{file.Name} cannot be read on: {error.GetType().Name}."),
        _ => error,
    };
}
