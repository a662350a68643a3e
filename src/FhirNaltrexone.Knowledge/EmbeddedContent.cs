using System.Reflection;

namespace FhirNaltrexone.Knowledge;

/// <summary>The content files compiled into this assembly.</summary>
public static class EmbeddedContent
{
    private const string Prefix = "content/";

    /// <summary>All files, in order of their paths; each call reads them anew.</summary>
    public static IEnumerable<ContentFile> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new ContentFile(name[Prefix.Length..], ReadBytes(assembly, name)));
    }

    private static byte[] ReadBytes(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
