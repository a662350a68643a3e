namespace FhirNaltrexone.Knowledge;

/// <summary>What a client is asked to do with a resource (CDS Hooks 2.0, Action.type).</summary>
public enum SuggestedActionType
{
    /// <summary>Take the resource named by <see cref="SuggestedAction.ResourceId"/> away.</summary>
    Delete,

    /// <summary>Add <see cref="SuggestedAction.Resource"/>.</summary>
    Create,

    /// <summary>Put <see cref="SuggestedAction.Resource"/>, a whole resource, in the place of the draft with the same type and id.</summary>
    Update,
}
