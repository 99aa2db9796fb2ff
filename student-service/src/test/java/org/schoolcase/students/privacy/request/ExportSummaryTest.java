package org.schoolcase.students.privacy.request;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.text.Normalizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page to print names the student in his own letters, or says that it cannot. */
@QuarkusTest
@WithTestResource(value = OtherServices.class, scope = TestResourceScope.GLOBAL)
@NullMarked
class ExportSummaryTest extends ExportFixture {

    @ParameterizedTest
    @CsvSource({
        "Hương,Nguyễn Thị,Education record of Hương Nguyễn Thị",
        "Łucja,Žižić-Ødegård,Education record of Łucja Žižić-Ødegård",
        "Юлия,Щербакова,Education record of Юлия Щербакова",
        "Αθηνά,Παπαδοπούλου,Education record of Αθηνά Παπαδοπούλου",
        "محمد,العربي,محمد العربي"
    })
    void printsTheNameAsItIsWritten(String given, String family, String heading) throws IOException {
        assertThat(page(given, family)).contains(heading).doesNotContain("?", "Latin letters");
    }

    @ParameterizedTest
    @CsvSource({"小明,王,Education record of xiǎo míng wáng", "민준,김,Education record of minjun gim"})
    void saysSoWhereItsFontHasNoneOfTheLetters(String given, String family, String heading) throws IOException {
        assertThat(page(given, family))
                .contains(heading)
                .contains("written in Latin letters", "hold it exactly")
                .doesNotContain("?");
    }

    private String page(String given, String family) throws IOException {
        fixture.write(
                world.district,
                "update student set given_name = ?, family_name = ? where id = ?",
                given,
                family,
                world.student);
        var files = unzip(
                download(world.mother(), ready()).statusCode(200).extract().asByteArray());
        assertThat(text(files, "student-service/student.json")).contains(given).contains(family);
        try (var pdf = Loader.loadPDF(requireNonNull(files.get("summary.pdf")))) {
            return Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC)
                    .replaceAll("\\s+", " ")
                    .replace("- ", "-");
        }
    }
}
