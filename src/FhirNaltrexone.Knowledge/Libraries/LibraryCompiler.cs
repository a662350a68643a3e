using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge.Libraries;

/// <summary>Compiles libraries of integrators together with those of the content that they include.</summary>
internal sealed class LibraryCompiler(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> own, RequestParameters parameters, Vocabulary vocabulary)
{
    /// <summary>Compiles.</summary>
    /// <param name="libraries">All that belong together.</param>
    /// <param name="valueSets">Members of value sets that are not of the content; null when unknown.</param>
    /// <param name="problems">Why they cannot be used; empty when they can.</param>
    public LibrarySet? Compile(IReadOnlyList<ForeignLibrary> libraries, Func<string, CodeSet?> valueSets, out IReadOnlyList<string> problems)
    {
        List<string> found = [];
        problems = found;
        var elm = Gather(libraries, found);
        if (found.Count > 0) return null;
        try
        {
            var engine = CqlEngine.Load(elm, url => vocabulary.Find(url)?.Members ?? valueSets(url));
            return new(libraries.Select(library => library.Resource), new(engine, parameters, new(engine, vocabulary)));
        }
        catch (CqlException e)
        {
            found.AddRange(e.Problems.Take(20).Select(problem => problem.ToString()));
        }
#pragma warning disable CA1031 // ELM of others may be of any shape: a defect of the compiler in the face of it is a library that cannot be used.
        catch (Exception e)
#pragma warning restore CA1031
        {
            found.Add($"The ELM cannot be read ({e.GetType().Name}).");
        }

        return null;
    }

    private List<ReadOnlyMemory<byte>> Gather(IReadOnlyList<ForeignLibrary> libraries, List<string> problems)
    {
        Dictionary<string, ReadOnlyMemory<byte>> elm = new(StringComparer.Ordinal);
        var open = new Queue<string>();
        foreach (var library in libraries)
        {
            var name = library.Resource.Text("name") ?? "";
            if (ElmHeader.Read(library.Elm) is not { } header) problems.Add($"The ELM of the library {name} is not JSON with a library.");
            else if (header.Name != name) problems.Add($"The library {name} has ELM of the name '{header.Name}'.");
            else if (own.ContainsKey(name)) problems.Add($"The library {name} has the name of a library of this service.");
            else if (!elm.TryAdd(name, library.Elm)) problems.Add($"There are two libraries of the name {name}.");
            else foreach (var include in header.Includes) open.Enqueue(include);
        }

        AddOwn(elm, open);
        return [.. elm.Values];
    }

    private void AddOwn(Dictionary<string, ReadOnlyMemory<byte>> elm, Queue<string> open)
    {
        while (open.TryDequeue(out var name))
        {
            // What is neither here nor there the compiler itself complains about, with the place it is included at.
            if (elm.ContainsKey(name) || !own.TryGetValue(name, out var bytes)) continue;
            elm.Add(name, bytes);
            foreach (var include in ElmHeader.Read(bytes)!.Includes) open.Enqueue(include);
        }
    }
}
