package io.millrace.infra.begin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the example says, under another name: as somebody would have written it by hand. */
class RenamingTest {

    private static final String SAID = "A branch keeps what a Branch is: NO_BRANCH, but a desk.";

    @Test
    void shouldRenameAWordInAllItsForms() {
        assertThat(new Renaming("branch", "garage").in(SAID))
                .isEqualTo("A garage keeps what a Garage is: NO_GARAGE, but a desk.");
    }

    @Test
    void shouldSayAnWhereAVowelIsHeard() {
        assertThat(new Renaming("branch", "office").in(SAID))
                .isEqualTo("An office keeps what an Office is: NO_OFFICE, but a desk.");
        assertThat(new Renaming("branch", "hourglass").in("a branch's")).isEqualTo("an hourglass's");
        assertThat(new Renaming("branch", "unit").in("a branch's")).isEqualTo("a unit's");
        assertThat(new Renaming("office", "garage").in("An office's")).isEqualTo("A garage's");
    }

    @Test
    void shouldSortImportsAsTheFormatterDoes() {
        assertThat(Imports.sorted("""
                        package here;

                        import static z.Z.A;
                        import static b.B.C;

                        import lib.Book;
                        import lib.Zoo;
                        import garage.BookAdded;
                        import garage.Book;
                        import garage.Book.Page;

                        class Here {}
                        """)).isEqualTo("""
                        package here;

                        import static b.B.C;
                        import static z.Z.A;

                        import garage.Book;
                        import garage.Book.Page;
                        import garage.BookAdded;
                        import lib.Book;
                        import lib.Zoo;

                        class Here {}
                        """);
    }
}
