using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Libraries;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Reasoning.Evaluation;

/// <summary>Finds the library a call is about: one of this service. CQL of clients is not run.</summary>
internal sealed class OwnLibraries(ContentSet content, IResourceStore store)
{
    /// <summary>The library with an id.</summary>
    public async ValueTask<Result<KnowledgeLibrary>> WithIdAsync(string id, CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(new("Library", id), cancellationToken).ConfigureAwait(false);
        if (stored is { IsDeleted: false, IsPublished: false }) return NotOurs;
        return content.Libraries.WithId(id) is { } library ? library : new Refusal(404, IssueCodes.NotFound, "There is no Library with this id.");
    }

    /// <summary>The library a canonical names.</summary>
    public Result<KnowledgeLibrary> Named(string canonical, string where)
        => content.Libraries.Find(canonical) is { } library
            ? library
            : new Refusal(404, IssueCodes.NotFound, "No library of this service has this url (and version).", where);

    private static Refusal NotOurs
        => new(422, IssueCodes.NotSupported, $"This Library was stored by a client; only the libraries of this service can be evaluated: see Library?url:below={Systems.Own}.");
}
