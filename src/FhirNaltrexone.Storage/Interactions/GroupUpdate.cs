using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>A resource ready to be stored under its own id, with others in one commit.</summary>
public sealed class GroupUpdate
{
    internal GroupUpdate(ResourceKey key, PreparedContent content)
    {
        Key = key;
        Content = content;
    }

    /// <summary>Type and id.</summary>
    public ResourceKey Key { get; }

    internal PreparedContent Content { get; }
}
