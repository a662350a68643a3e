namespace FhirNaltrexone.Server.Loading.Resume;

/// <summary>A line of the journal: how far a file has been loaded.</summary>
/// <param name="File">Full path.</param>
/// <param name="Length">Its length, so that another file of that name is not taken for it.</param>
/// <param name="Modified">When it was last changed, in ticks of UTC.</param>
/// <param name="Done">Number of the last item that is stored or refused.</param>
/// <param name="Refused">How many pieces of it were refused so far.</param>
internal sealed record JournalLine(string File, long Length, long Modified, long Done, long Refused);
