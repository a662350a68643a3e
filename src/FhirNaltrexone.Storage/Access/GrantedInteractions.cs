namespace FhirNaltrexone.Storage.Access;

/// <summary>The letters of a scope (SMART App Launch 2.2: c, r, u, d, s).</summary>
[Flags]
public enum GrantedInteractions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>c: create.</summary>
    Create = 1,

    /// <summary>r: read, vread, history of one resource.</summary>
    Read = 2,

    /// <summary>u: update and patch.</summary>
    Update = 4,

    /// <summary>d: delete.</summary>
    Delete = 8,

    /// <summary>s: search, history of a type or of everything.</summary>
    Search = 16,
}
