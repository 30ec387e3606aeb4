package io.millrace.api.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millrace.api.json.MalformedException;
import io.millrace.api.json.Problems;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicantTest {

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "😀😀😀😀😀😀😀😀", " spaces ", "한글로된비밀번호"})
    void shouldCountCharactersAsPeopleDo(final String password) {
        assertThat(of(password).password()).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "😀😀😀😀😀😀😀", "\\ud83d123456789"})
    void shouldRefuseWhatIsTooShortOrNoText(final String password) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> of(password))
                .withMessageStartingWith("password must ");
    }

    @Test
    void shouldTakeTwoHundredCharactersAndNoMore() {
        assertThat(of("😀".repeat(200)).password()).hasSize(400);
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> of("x".repeat(201)));
    }

    @Test
    void shouldNeverShowThePassword() {
        assertThat(of("correct horse").toString()).doesNotContain("horse");
        assertThat(new PeopleSettings.FirstAdmin("ann", "correct horse").toString())
                .doesNotContain("horse");
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() ->
                        Applicant.of(bytes("{\"id\":\"ann\",\"password\":correct-horse}"), new Problems(), _ -> {}))
                .withMessageNotContaining("correct");
    }

    private static Applicant of(final String password) {
        return Applicant.of(
                bytes("{\"id\":\"ann\",\"name\":\"Ann\",\"password\":\"" + password + "\"}"), new Problems(), _ -> {});
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
