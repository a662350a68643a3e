namespace FhirNaltrexone.Knowledge.Apply.Plans;

/// <summary>How far finding the date of an action has come.</summary>
internal enum DatingState
{
    /// <summary>Not begun.</summary>
    Open,

    /// <summary>Begun: who comes here again goes in a circle.</summary>
    Begun,

    /// <summary>Done.</summary>
    Done,
}
