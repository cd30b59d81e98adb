namespace CompanyData.Pipeline;

/// <summary>Where an <see cref="OrderedPump"/> writes. All members are called on the pipeline thread.</summary>
internal interface IPumpOutput
{
    /// <summary>Writes an object, or a record of another stream.</summary>
    void Write(object record);

    /// <summary>Writes a warning of the whole command.</summary>
    void WriteWarning(string text);

    /// <summary>Counts an input of which everything was written.</summary>
    void CountDone();

    /// <summary>Called at least a few times a second while the pump waits.</summary>
    /// <param name="buffers">The buffers that are not yet written completely, in order.</param>
    /// <param name="running">Number of inputs in progress.</param>
    void ShowProgress(IEnumerable<InputOutputBuffer> buffers, int running);
}
