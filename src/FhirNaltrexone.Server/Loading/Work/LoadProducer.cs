using System.Threading.Channels;
using FhirNaltrexone.Server.Inputs;

namespace FhirNaltrexone.Server.Loading.Work;

/// <summary>Reads items and makes them ready, some on several threads, while those before them are being stored.</summary>
/// <param name="preparation">Makes an item ready.</param>
/// <param name="limits">Limits of inputs.</param>
internal sealed class LoadProducer(Func<InputItem, LoadStep> preparation, InputLimits limits)
{
    private const int ChunkItems = 200;
    private const int ChunkBytes = 8 << 20;
    private const int ChunksAhead = 2;

    /// <summary>The steps of a file in order.</summary>
    /// <param name="file">The file.</param>
    /// <param name="done">Number of the last item dealt with before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ServerException">The file cannot be read on; the steps before are answered first.</exception>
    public async IAsyncEnumerable<LoadStep> ReadAsync(
        InputFile file, long done, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<LoadStep[]>(ChunksAhead);
        var reading = Task.Run(() => FillAsync(channel.Writer, file, done, end.Token), CancellationToken.None);
        try
        {
            await foreach (var chunk in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                foreach (var step in chunk)
                {
                    yield return step;
                }
            }
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    private async Task FillAsync(ChannelWriter<LoadStep[]> writer, InputFile file, long done, CancellationToken cancellationToken)
    {
        var chunk = new List<InputItem>(ChunkItems);
        try
        {
            var bytes = 0L;
            foreach (var item in InputReader.Read(file, limits).Where(item => item.Ordinal > done))
            {
                chunk.Add(item);
                bytes += item.Content.Length;
                if (chunk.Count < ChunkItems && bytes < ChunkBytes) continue;

                await writer.WriteAsync(Prepare(chunk), cancellationToken).ConfigureAwait(false);
                bytes = 0;
            }

            await writer.WriteAsync(Prepare(chunk), cancellationToken).ConfigureAwait(false);
            writer.Complete();
        }
        catch (OperationCanceledException)
        {
            writer.Complete();
        }
        catch (Exception error)
        {
            // What was read before the defect is good: it goes ahead of the news.
            if (chunk.Count > 0) await writer.WriteAsync(Prepare(chunk), cancellationToken).ConfigureAwait(false);
            writer.Complete(InputDefects.Explain(file, error));
        }
    }

    private LoadStep[] Prepare(List<InputItem> chunk)
    {
        var steps = chunk.AsParallel().AsOrdered().WithDegreeOfParallelism(Environment.ProcessorCount).Select(preparation).ToArray();
        chunk.Clear();
        return steps;
    }
}
