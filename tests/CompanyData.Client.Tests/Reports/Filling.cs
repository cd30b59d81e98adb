using System.Collections;
using System.Reflection;
using System.Text.Json;
using CompanyData.Json;
using CompanyData.Qard;

namespace CompanyData.Client.Tests.Reports;

/// <summary>Objects of a service with something in every property, and fields that have none.</summary>
/// <param name="text">Makes a text of a number; no two are alike.</param>
internal sealed class Filling(Func<int, string> text)
{
    private int _number;

    public T Of<T>()
        where T : ApiObject, new() => (T)Of(typeof(T));

    public string Text() => text(++_number);

    private object Of(Type type)
    {
        object item = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
        {
            property.SetValue(item, Value(property.PropertyType));
        }

        ((ApiObject)item).Extension = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            [$"field {Text()}"] = Json(Text()),
            ["number"] = Json(1000.5m + ++_number),
            ["flag"] = Json(true),
            ["nested"] = Json(new Dictionary<string, object>(StringComparer.Ordinal) { [Text()] = Text(), ["list"] = new object[] { Text(), 7, new[] { Text() } } }),
        };
        return item;
    }

    private object? Value(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (typeof(ApiObject).IsAssignableFrom(type))
        {
            return Of(type);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            IList list = (IList)Activator.CreateInstance(type)!;
            list.Add(Value(type.GenericTypeArguments[0]));
            list.Add(Value(type.GenericTypeArguments[0]));
            return list;
        }

        return type == typeof(string) ? Text()
            : type == typeof(DateTime) ? new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(++_number * 25)
            : type == typeof(Money) ? new Money(12345.25m + ++_number, Text())
            : type == typeof(FlexibleValue) ? new FlexibleValue(new FieldMap { [Text()] = Text() })
            : type == typeof(bool) ? true
            : type == typeof(int) || type == typeof(decimal) || type == typeof(long) ? Convert.ChangeType(1900 + ++_number, type, provider: null)
            : throw new NotSupportedException($"Say here what a {type.Name} is filled with.");
    }

    private static JsonElement Json(object value) => JsonSerializer.SerializeToElement(value);
}
