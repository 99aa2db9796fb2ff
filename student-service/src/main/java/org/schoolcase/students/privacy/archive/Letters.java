package org.schoolcase.students.privacy.archive;

import com.ibm.icu.text.Transliterator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The font of printed pages, and what becomes of letters that it has not: they are written in Latin ones, so that a name never
 * turns into question marks. It has Latin with all its accents, Cyrillic, Greek, Hebrew, Arabic, Armenian and Georgian.
 */
@ApplicationScoped
class Letters {

    static final String FAMILY = "DejaVu Sans";

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String REGULAR = FOLDER + "DejaVuSans.ttf";
    private static final String BOLD = FOLDER + "DejaVuSans-Bold.ttf";
    private static final int NO_GLYPH = 0;

    /** A text as it can be printed; not exact where its letters had to be replaced. */
    record Printable(String text, boolean exact) {}

    private final IntPredicate printable = codePoints();
    private final Transliterator latin = Transliterator.getInstance("Any-Latin; NFC");

    /** The regular face. */
    static InputStream regular() {
        return open(REGULAR);
    }

    /** The bold face. */
    static InputStream bold() {
        return open(BOLD);
    }

    Printable printable(String text) {
        if (has(text)) {
            return new Printable(text, true);
        }
        var latinText = latin.transliterate(text);
        var left = new StringBuilder();
        latinText
                .codePoints()
                .map(letter -> printable.test(letter) || Character.isWhitespace(letter) ? letter : '\u25A1')
                .forEach(left::appendCodePoint);
        return new Printable(left.toString(), false);
    }

    private boolean has(String text) {
        return text.codePoints().allMatch(letter -> Character.isWhitespace(letter) || printable.test(letter));
    }

    /** Which letters both faces have. */
    private static IntPredicate codePoints() {
        var regular = cmap(REGULAR);
        var bold = cmap(BOLD);
        return letter -> regular.getGlyphId(letter) != NO_GLYPH && bold.getGlyphId(letter) != NO_GLYPH;
    }

    private static CmapLookup cmap(String face) {
        try (var in = open(face);
                var font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("The font cannot be read", e);
        }
    }

    private static InputStream open(String face) {
        return Objects.requireNonNull(Letters.class.getResourceAsStream(face), face);
    }
}
