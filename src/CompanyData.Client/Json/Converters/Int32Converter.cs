namespace CompanyData.Json;

internal sealed class Int32Converter() : IntegerConverter<int>(int.MinValue, int.MaxValue, number => (int)number);
