namespace FhirNaltrexone.Storage.Jobs;

/// <summary>A file of a job, without its content.</summary>
/// <param name="File">Number within the job, from 1.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Type">Resource type of its lines, or another word that the kind of job understands.</param>
/// <param name="Chunks">Number of parts.</param>
/// <param name="Lines">Number of lines.</param>
public sealed record JobFile(int File, JobFileRole Role, string Type, int Chunks, long Lines);
