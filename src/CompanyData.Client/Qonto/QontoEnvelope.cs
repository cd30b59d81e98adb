using System.Text.Json.Serialization;

namespace CompanyData.Qonto;

/// <summary>One object in its wrapper: <c>{registration: …}</c> and its like.</summary>
internal sealed class QontoEnvelope<T>
    where T : class
{
    [JsonIgnore]
    public T? Value { get; private set; }

    public T? Registration
    {
        get => null;
        set => Value = value;
    }

    public T? RegistrationFile
    {
        get => null;
        set => Value = value;
    }
}
