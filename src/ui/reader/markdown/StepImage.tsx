import { Image } from 'lucide-react';
import type { Asset } from '../../../core/model';
import { Icon } from '../../parts';
import { RemoteImage } from './CopyAddress';

/** Raster formats only: an SVG can carry script and addresses. */
const SHOWN = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,/i;

export function isShownImage(address: string): boolean {
  return SHOWN.test(address);
}

export function ImageInFile({ dataUrl, alt, mime }: { dataUrl: string; alt: string; mime?: string }) {
  return (
    <span className="fig-in">
      <img src={dataUrl} alt={alt} />
      <span className="fig-in__cap">
        <Icon of={Image} small />
        <span className="clip">
          {mime ?? dataUrl.slice(5, dataUrl.indexOf(';'))}, in the file,{' '}
          {Math.ceil((dataUrl.length * 3) / 4 / 1000)} KB
        </span>
      </span>
    </span>
  );
}

/** An image where it stands in the text; what cannot be drawn says so. */
export function StepImage({ asset, alt = 'image of the trace' }: { asset: Asset; alt?: string }) {
  if (asset.dataUrl !== undefined && isShownImage(asset.dataUrl)) {
    return <ImageInFile dataUrl={asset.dataUrl} alt={alt} mime={asset.mime} />;
  }
  if (asset.remoteUrl !== undefined) return <RemoteImage address={asset.remoteUrl} alt="" />;
  return <span className="tag tag--line">image, {asset.mime}, not drawn</span>;
}
