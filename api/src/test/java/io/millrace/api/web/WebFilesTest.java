package io.millrace.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files of the pages: all from here, small, kept by browsers, and nothing else reachable. */
@ExtendWith(Running.class)
class WebFilesTest {

    private static final Pattern IMPORT = Pattern.compile("^import .*?from '([^']+)';$", Pattern.MULTILINE);
    private static final int FIRST_LOAD = 300_000;

    private final Caller caller;

    WebFilesTest(final Caller caller) {
        this.caller = caller;
    }

    @Test
    void shouldAnswerEveryPageWithTheShellAndAStrictPolicy() {
        for (final String path : new String[] {"/", "/ui", "/ui/cafe/shops/gangnam/kiosk", "/backbone"}) {
            final Reply page = caller.get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.header("Content-Security-Policy"))
                    .startsWith("default-src 'self';")
                    .doesNotContain("unsafe");
            assertThat(page.text())
                    .doesNotContain("https://")
                    .doesNotContain("<style")
                    .doesNotContain("style=");
        }
    }

    @Test
    void shouldSendAFileOnceAndThenSayThatItIsTheSame() {
        final Reply first = caller.get("/web/style.css");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        final Reply again = caller.get("/web/style.css", "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(caller.get("/web/style.css", "If-None-Match", "\"other\"").status())
                .isEqualTo(200);
    }

    @Test
    void shouldPackFilesForWhoeverTakesThem() {
        final Reply packed = caller.get("/web/style.css", "Accept-Encoding", "gzip, br");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(length(packed)).isLessThan(length(caller.get("/web/style.css")) / 2);
        assertThat(caller.get("/web/style.css", "Accept-Encoding", "gzip;q=0").header("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void shouldPackWhatIsLongForWhoeverTakesIt() {
        for (final String path : new String[] {"/metrics", "/topologies", "/topologies?format=text"}) {
            final Reply packed = caller.get(path, "Accept-Encoding", "gzip");
            assertThat(packed.header("Content-Encoding")).as(path).isEqualTo("gzip");
            assertThat(length(packed)).as(path).isLessThan(length(caller.get(path)) / 5);
        }
    }

    @Test
    void shouldNotLeadOutOfItsFolder() {
        for (final String path : new String[] {
            "/web/nothing.js",
            "/web/../logback.xml",
            "/web/%2e%2e/logback.xml",
            "/web/..%2flogback.xml",
            "/web/vendor",
            "/web/",
            "/web/lib/.hidden.js",
            "/web//style.css",
            "/web/vendor/README.md"
        }) {
            assertThat(caller.get(path).status()).as(path).isIn(400, 404);
        }
        assertThat(caller.post("/", "{}").status()).isEqualTo(405);
    }

    @Test
    void shouldLoadLittleAtFirst() {
        int bytes = length(packed("/")) + length(packed("/web/style.css")) + length(packed("/web/icon.svg"));
        for (final String start : new String[] {"/web/app.js", "/web/cafe/kiosk.js", "/web/cafe/owner.js"}) {
            for (final String file : withImports(start)) {
                bytes += length(packed(file));
            }
        }
        assertThat(bytes).as("bytes of a first load").isLessThan(FIRST_LOAD).isGreaterThan(20_000);
    }

    private Set<String> withImports(final String start) {
        final Set<String> all = new HashSet<>(Set.of(start));
        final Deque<String> next = new ArrayDeque<>(all);
        while (!next.isEmpty()) {
            final String file = next.pop();
            final Reply source = caller.get(file);
            assertThat(source.status()).as(file).isEqualTo(200);
            IMPORT.matcher(source.text())
                    .results()
                    .map(it -> java.net.URI.create(file).resolve(it.group(1)).toString())
                    .filter(all::add)
                    .forEach(next::add);
        }
        return all;
    }

    private Reply packed(final String file) {
        return caller.get(file, "Accept-Encoding", "gzip");
    }

    private static int length(final Reply reply) {
        return Integer.parseInt(reply.header("Content-Length"));
    }
}
