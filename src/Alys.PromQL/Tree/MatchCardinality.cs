namespace Alys.PromQL.Tree;

/// <summary>How many series of each side may meet.</summary>
public enum MatchCardinality
{
    /// <summary>One of each side.</summary>
    OneToOne,

    /// <summary><c>group_left</c>: several of the left side, one of the right.</summary>
    ManyToOne,

    /// <summary><c>group_right</c>: one of the left side, several of the right.</summary>
    OneToMany,
}
