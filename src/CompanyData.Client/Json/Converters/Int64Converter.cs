namespace CompanyData.Json;

internal sealed class Int64Converter() : IntegerConverter<long>(long.MinValue, long.MaxValue, number => (long)number);
