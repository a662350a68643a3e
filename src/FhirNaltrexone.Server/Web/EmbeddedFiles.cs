using System.Reflection;

namespace FhirNaltrexone.Server.Web;

/// <summary>Files that travel inside the assembly.</summary>
internal static class EmbeddedFiles
{
    /// <summary>Names of the files below a folder, without the folder.</summary>
    public static IEnumerable<string> In(string folder)
        => Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
            .Select(name => name[(folder.Length + 1)..]);

    /// <summary>The bytes of one file.</summary>
    public static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
