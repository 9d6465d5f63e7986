package dev.trivium.cli.option;

import dev.trivium.molecular.split.Shares;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 0.8,0.1,0.1}. */
final class SharesConverter implements ITypeConverter<Shares> {

    @Override
    public Shares convert(String text) {
        try {
            double[] shares = Arrays.stream(text.split("[,/]")).map(String::strip).mapToDouble(Double::parseDouble).toArray();
            if (shares.length == 3) {
                return new Shares(shares[0], shares[1], shares[2]);
            }
        } catch (NumberFormatException e) {
            throw refused(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
        throw refused(text);
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException("must be three shares that add up to 1, such as 0.8,0.1,0.1, got " + text);
    }
}
