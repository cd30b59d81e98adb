using System.Text.Json;

namespace CompanyData.Sandbox.Http;

/// <summary>A list that is never held in memory: each row is created when it is written.</summary>
internal sealed class Rows(int count, Action<Utf8JsonWriter, int> write)
{
    public int Count => count;

    public static Rows None { get; } = new(0, (_, _) => { });

    public static Rows From<T>(IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write) =>
        new(items.Count, (json, index) => write(json, items[index]));

    public void Write(Utf8JsonWriter json, int index) => write(json, index);

    public Rows Then(Rows next) => new(
        count + next.Count,
        (json, index) =>
        {
            if (index < count)
            {
                write(json, index);
            }
            else
            {
                next.Write(json, index - count);
            }
        });
}
