namespace FhirNaltrexone.Knowledge;

/// <summary>How many suggestions of one finding may be accepted together (CDS Hooks 2.0, Card.selectionBehavior).</summary>
public enum SelectionBehavior
{
    /// <summary>Any number of them: <c>any</c>.</summary>
    Any,

    /// <summary>None or one of them: <c>at-most-one</c>.</summary>
    AtMostOne,
}
