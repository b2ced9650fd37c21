namespace Alys.Repository.Tests.Recipes;

public sealed class RecipeTests
{
    private const string Document = """
        ## Fry an egg

        1. Of another recipe.

        ## Boil an egg

        1. Take a pot that is
           large enough.
        2. Wait.

        ```csharp
        namespace Kitchen.Pots;

        // 3. No step, but a comment.
        public sealed class Pot;
        ```

        ```csharp
        namespace Kitchen.Pots.Tests;

        public sealed class PotTests;
        ```

        ## Peel an egg
        """;

    private static readonly Recipe Boiling = new("Boil an egg", Document);

    [Fact]
    public void The_steps_are_those_of_the_recipe_each_on_one_line()
    {
        Assert.Equal([1, 2], Boiling.Steps.Keys);
        Assert.Equal("Take a pot that is large enough.", Boiling.Steps[1]);
    }

    [Fact]
    public void The_code_is_files_where_its_namespace_puts_it()
    {
        Assert.Equal(
            ["src/Kitchen.Pots/Pot.cs", "tests/Kitchen.Pots.Tests/PotTests.cs"],
            Boiling.Code.Select(file => file.Path));
        Assert.EndsWith("class Pot;\n", Boiling.In("src/Kitchen.Pots").Text, StringComparison.Ordinal);
    }
}
