namespace CompanyData.Parameters;

/// <summary>What a cell of a row is read as.</summary>
public enum CellKind
{
    /// <summary>Text, or a number as text.</summary>
    Text,

    /// <summary>A day, the year first; one with a zone keeps its day.</summary>
    Day,

    /// <summary>A date with its time, the year first.</summary>
    Time,

    /// <summary>True or false, as people and spreadsheets write it in English and French.</summary>
    Flag,

    /// <summary>As <see cref="Flag"/>, where an empty cell is false.</summary>
    Switch,

    /// <summary>A decimal number with a point.</summary>
    Number,

    /// <summary>A web address, whole.</summary>
    Address,

    /// <summary>A web address, which the command checks itself.</summary>
    Uri,

    /// <summary>A hashtable, or an object with properties.</summary>
    Table,

    /// <summary>Any number of tables.</summary>
    Tables,
}
